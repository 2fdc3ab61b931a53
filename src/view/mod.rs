//! Draws an [`App`]. Cannot change it: the type forbids it, and every size was worked out before.

mod canvas;
mod library;
mod lists;
mod marks;
mod page;
mod reader;
mod theme;

use crate::app::{App, Screen};
use canvas::Canvas;
use ratatui::Frame;

/// Draws the whole screen.
pub fn view(app: &App, frame: &mut Frame) {
    let area = frame.area();
    // The window may have shrunk since the last message; what was worked out for the old one is not drawn.
    if area.width < app.size.columns || area.height < app.size.rows {
        return;
    }
    let canvas = &mut Canvas::new(frame.buffer_mut(), app);
    match &app.screen {
        Screen::Library => library::draw(app, canvas),
        Screen::Collection(collection) => marks::collection(app, collection, canvas),
        Screen::Reader(reader) => reader::draw(app, reader, canvas),
    }
    if let Some(top) = app.help {
        lists::help(app, top, canvas);
    }
}
