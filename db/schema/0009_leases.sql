-- Who is looking at a claim is known to the server that handed it out: a row here waited for whoever was writing.
DROP TABLE leases;
