//! How faults are made for real: disks of one's own, other users, calls that fail. Where a machine does not
//! allow one, the test says so and is passed over.

use crate::desk::Desk;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says why a fault can't be made here. Written past the test harness, which shows nothing of a test that
/// passes.
pub fn skip(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: {why}");
}

/// True where this command can be run and ends well.
pub fn works(command: &[&str]) -> bool {
    let [program, arguments @ ..] = command else {
        return false;
    };
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout == b"0\n")
}

/// A mount table of one's own, gone with the process.
pub struct Mounts {
    /// What runs a command in one.
    pub unshare: &'static str,
    enter: &'static [&'static str],
}

impl Mounts {
    /// Directly where that is allowed, else as the root of a user namespace; `None`, with a word, where
    /// neither is.
    pub fn here() -> Option<Self> {
        let mounts = "mount -t tmpfs -o size=64k none /mnt";
        let ways = [
            Self {
                unshare: "unshare -m",
                enter: &["-m"],
            },
            Self {
                unshare: "unshare -rm",
                enter: &["-U", "--preserve-credentials", "-m"],
            },
        ];
        let way = ways.into_iter().find(|way| {
            let script = format!("{} sh -c '{mounts}'", way.unshare);
            works(&["sh", "-c", &script])
        });
        if way.is_none() {
            skip("nothing may be mounted here, also not in a namespace");
        }
        way
    }

    /// Runs a command where the process with this number sees its mounts.
    pub fn run(&self, pid: u32, command: &[&str]) {
        let pid = pid.to_string();
        let entered = Command::new("nsenter")
            .args(["-t", &pid])
            .args(self.enter)
            .args(command)
            .status()
            .expect("nsenter runs");
        assert!(entered.success(), "{command:?}");
    }
}

/// `path` as the process with this number sees it.
pub fn seen_by(pid: u32, path: &Path) -> PathBuf {
    let inside = path.strip_prefix("/").expect("an absolute path");
    Path::new("/proc")
        .join(pid.to_string())
        .join("root")
        .join(inside)
}

/// Fills the disk that `folder` is on, to the last byte; gives the file to be removed to make room again.
pub fn fill(folder: &Path) -> PathBuf {
    let filler = folder.join("vol");
    let mut file = fs::File::create(&filler).expect("there is room for a name");
    for size in [4096, 512, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
    filler
}

/// What runs a command as somebody who is not root: nothing where nobody is, and `None`, with a word, where
/// root can't become somebody else.
pub fn as_a_mortal(desk: &Desk, user: &str) -> Option<String> {
    if !is_root() {
        return Some(String::new());
    }
    let setpriv = format!("setpriv --reuid={user} --regid={user} --clear-groups");
    // The program may stand where only root may look.
    let program = desk.home.path().join("leeslamp");
    let built = env!("CARGO_BIN_EXE_leeslamp");
    if fs::hard_link(built, &program).is_err() {
        fs::copy(built, &program).expect("copied");
    }
    set_mode(desk.home.path(), 0o755);
    let shown = program.display();
    let tried = format!("{setpriv} '{shown}' --version");
    if works(&["sh", "-c", &tried]) {
        return Some(format!("LEESLAMP='{shown}' {setpriv}"));
    }
    skip("root can't become somebody else here");
    None
}

/// Sets who may do what with a file.
pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("one's own file");
}

/// What runs a command with one of its calls failing, or the process killed at it: `injected` is what
/// strace takes, as in `fsync:error=EDQUOT`. `None`, with a word, where there is no strace that may trace.
pub fn strace(injected: &str, more: &str) -> Option<String> {
    let call = injected.split(':').next().unwrap_or_default();
    let strace = format!("strace -f -qq -o /dev/null -e trace={call} -e inject={injected} {more}");
    if works(&["sh", "-c", &format!("{strace} true")]) {
        return Some(strace);
    }
    skip("no strace here that may trace and inject faults");
    None
}
