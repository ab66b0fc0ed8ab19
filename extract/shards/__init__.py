"""Many articles to Parquet files, in shards that several processes or machines can work on at once."""
