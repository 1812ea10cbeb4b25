"""The polite HTTP client: httpx over a transport of our own, its bodies, addresses and waits."""
