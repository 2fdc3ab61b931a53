//! Reads the paths that a Rust source uses: enough of the grammar to follow `use` trees, `crate::`,
//! `self::` and `super::`, with comments, literals and `#[cfg(test)]` left out.

/// Every path of two names or more in `source`, absolute: `crate` first for the crate's own.
///
/// `module` is where the source stands, from the crate's root. What only tests use is left out: a test may
/// fetch its material where it likes.
pub fn used(source: &str, module: &[&str]) -> Vec<Vec<String>> {
    let tokens = without_tests(&tokens(source));
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let joined = at > 0 && tokens[at - 1] == "::";
        if is_name(&tokens[at]) && !joined {
            at = path(&tokens, at, &mut Vec::new(), &mut paths);
        } else {
            at += 1;
        }
    }
    paths
        .into_iter()
        .map(|path| absolute(path, module))
        .filter(|path| path.len() > 1)
        .collect()
}

/// Names and marks, without comments and literals.
fn tokens(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        at += match rest {
            ['/', '/', ..] => rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => comment(rest),
            ['"', ..] => quoted(rest, '"'),
            ['r' | 'b' | 'c', ..] if raw(rest).is_some() => raw(rest).unwrap_or(1),
            ['b' | 'c', '"', ..] => 1 + quoted(&rest[1..], '"'),
            ['\'', '\\', ..] | ['\'', _, '\'', ..] => quoted(rest, '\''),
            [':', ':', ..] => {
                tokens.push("::".to_owned());
                2
            }
            [c, ..] if c.is_alphanumeric() || *c == '_' => {
                let end = rest
                    .iter()
                    .position(|c| !(c.is_alphanumeric() || *c == '_'))
                    .unwrap_or(rest.len());
                tokens.push(rest[..end].iter().collect());
                end
            }
            [c, ..] => {
                if !c.is_whitespace() {
                    tokens.push(c.to_string());
                }
                1
            }
            [] => 1,
        };
    }
    tokens
}

/// Length of a block comment, which may hold others.
fn comment(chars: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < chars.len() {
        match &chars[at..] {
            ['/', '*', ..] => {
                depth += 1;
                at += 2;
            }
            ['*', '/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    at
}

/// Length of a literal between `mark`s.
fn quoted(chars: &[char], mark: char) -> usize {
    let mut at = 1;
    while at < chars.len() && chars[at] != mark {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Length of a raw string, if one begins here.
fn raw(chars: &[char]) -> Option<usize> {
    let prefix = chars.iter().position(|&c| c == 'r').filter(|&at| at < 2)?;
    let hashes = chars[prefix + 1..]
        .iter()
        .take_while(|&&c| c == '#')
        .count();
    let open = prefix + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let mut close = vec!['"'];
    close.extend(std::iter::repeat_n('#', hashes));
    let length = chars[open + 1..]
        .windows(close.len())
        .position(|window| window == close)?;
    Some(open + 1 + length + close.len())
}

/// Leaves out the item that follows each `#[cfg(test)]`.
fn without_tests(tokens: &[String]) -> Vec<String> {
    const ATTRIBUTE: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].len() >= 7 && tokens[at..at + 7] == ATTRIBUTE {
            let mut depth = 0_usize;
            at += 7;
            while at < tokens.len() {
                at += 1;
                match tokens[at - 1].as_str() {
                    "{" => depth += 1,
                    "}" if depth == 1 => break,
                    "}" => depth -= 1,
                    ";" if depth == 0 => break,
                    _ => {}
                }
            }
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Follows one path, or a tree of them in braces, from the name at `at`; gives where it ends.
fn path(
    tokens: &[String],
    mut at: usize,
    names: &mut Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let depth = names.len();
    loop {
        names.push(tokens[at].clone());
        at += 1;
        if tokens.get(at).map(String::as_str) != Some("::") {
            paths.push(names.clone());
            break;
        }
        match tokens.get(at + 1).map(String::as_str) {
            Some("{") => {
                at += 2;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    if is_name(&tokens[at]) || tokens[at] == "*" {
                        at = path(tokens, at, names, paths);
                        // A new name for it (`as`) is none of ours.
                        while tokens.get(at).is_some_and(|t| t != "," && t != "}") {
                            at += 1;
                        }
                    } else {
                        at += 1;
                    }
                }
                at += 1;
                break;
            }
            Some(next) if is_name(next) || next == "*" => at += 1,
            _ => {
                paths.push(names.clone());
                break;
            }
        }
    }
    names.truncate(depth);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Resolves `self` and `super`, and drops a `self` at the end of a tree.
fn absolute(mut path: Vec<String>, module: &[&str]) -> Vec<String> {
    if path.len() > 1 && path.last().is_some_and(|name| name == "self") {
        path.pop();
    }
    let ups = path.iter().take_while(|name| *name == "super").count();
    let relative = ups > 0 || path.first().is_some_and(|name| name == "self");
    if relative {
        let here = &module[..module.len().saturating_sub(ups)];
        let rest = path.split_off(ups.max(1));
        let mut resolved = vec!["crate".to_owned()];
        resolved.extend(here.iter().map(ToString::to_string));
        resolved.extend(rest);
        return resolved;
    }
    if path.first().is_some_and(|name| name == "leeslamp") {
        "crate".clone_into(&mut path[0]);
    }
    path
}
