//! `leeslamp completions` and `leeslamp man`: what a package installs beside the program.

use super::args;
use super::output::Session;
use crate::wording::Language;
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::{self, Write};

/// Writes the completions for `shell`, described in `language`.
pub(super) fn completions(
    shell: Shell,
    language: Language,
    session: &mut Session,
) -> io::Result<()> {
    let mut script = Vec::new();
    // The generator panics where it can't write, so it writes into memory.
    clap_complete::generate(
        shell,
        &mut args::described(language),
        "leeslamp",
        &mut script,
    );
    session.out.write_all(&script)
}

/// Writes the manual page: the program, then each command. In English, as the headings of a manual are.
pub(super) fn man(session: &mut Session) -> io::Result<()> {
    let command = args::described(Language::English);
    let out = &mut session.out;
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_options_section(out)?;
    writeln!(out, ".SH COMMANDS")?;
    for own in command.get_subcommands() {
        section(own, out)?;
    }
    page.render_extra_section(out)
}

/// One command as a subsection, without the headings that a page of its own would have.
fn section(command: &Command, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, ".SS {}", command.get_name())?;
    let page = Man::new(command.clone());
    let mut parts = Vec::new();
    page.render_synopsis_section(&mut parts)?;
    page.render_description_section(&mut parts)?;
    page.render_options_section(&mut parts)?;
    for line in String::from_utf8_lossy(&parts).lines() {
        match line.split_whitespace().next() {
            // What every part says at its head about apostrophes, the page has said already.
            Some(".ie" | ".el") => {}
            Some(".SH") => writeln!(out, ".PP")?,
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}
