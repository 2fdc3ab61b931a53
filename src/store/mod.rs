//! Folders and the config directory: the only room that touches the disk for articles and state.
