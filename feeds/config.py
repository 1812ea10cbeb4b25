"""config.toml -> Config; a mistake names file, line and the nearest right key."""
