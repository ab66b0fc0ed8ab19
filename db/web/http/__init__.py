"""Requests and responses: addresses, validation, JSON, security headers, limits and errors."""
