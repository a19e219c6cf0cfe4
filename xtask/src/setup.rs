//! Installs what is missing. What is there in the right version is used as it is, without a look at the network.

use anyhow::{Context, Result};

use crate::progress::{self, Failures};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::{npm, system_packages, tools};

/// What a build needs: the wasm target and the npm packages. `then` are the steps that come after it.
pub(crate) fn for_build(project: &Project, then: Vec<String>) -> Result<Toolbox> {
    let before = missing_for_build(project);
    progress::plan(project, [before, then].concat());
    build_tools(project)
}

/// The steps that a build takes before it can begin.
fn missing_for_build(project: &Project) -> Vec<String> {
    [tools::missing_wasm_target(&Toolbox::default()), npm::missing(project)].into_iter().flatten().collect()
}

fn build_tools(project: &Project) -> Result<Toolbox> {
    let toolbox = Toolbox::default();
    tools::ensure_wasm_target(&toolbox)?;
    npm::ensure(project, &toolbox)?;
    Ok(toolbox)
}

/// What the tests need on top of that: browsers and their drivers. `then` are the steps that come after it.
pub(crate) fn for_test(project: &Project, then: Vec<String>) -> Result<Toolbox> {
    // Before anything else runs, as this may ask a question.
    let browsers = system_packages::Wanted::find(&Toolbox::default());
    let before = browsers.step().into_iter().chain(missing_for_build(project)).chain(tools::missing_geckodriver());
    progress::plan(project, before.chain(then).collect());
    // Browsers are downloaded while tools are compiled: one waits for the network, the other for the processor.
    std::thread::scope(|scope| {
        let browsers = scope.spawn(|| browsers.install(&Toolbox::default()));
        let tools = build_tools(project).and_then(|mut toolbox| {
            tools::ensure_geckodriver(project, &mut toolbox)?;
            Ok(toolbox)
        });
        let browsers = browsers.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let mut failures = Failures::default();
        let tools = failures.keep(tools)?;
        failures.keep(browsers)?;
        failures.into_result()?;
        tools.context("there are no tools")
    })
}
