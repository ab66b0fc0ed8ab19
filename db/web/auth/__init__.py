"""Who is at the page and what they may do: users, login, sessions, permissions."""
