//! Installs missing tools. Existing ones in the right version are used without network access.

use anyhow::{Context, Result};

use crate::progress::{self, Failures};
use crate::project::Project;
use crate::system_packages::Purpose;
use crate::toolbox::Toolbox;
use crate::{npm, system_packages, tools};

/// Installs the requirements of a build: the wasm target and the npm packages. `then` are the steps after it.
pub(crate) fn for_build(project: &Project, then: Vec<String>) -> Result<Toolbox> {
    let before = missing_for_build(project);
    progress::plan(project, [before, then].concat());
    build_tools(project)
}

/// The steps before a build.
fn missing_for_build(project: &Project) -> Vec<String> {
    [tools::missing_wasm_target(&Toolbox::default()), npm::missing(project)].into_iter().flatten().collect()
}

fn build_tools(project: &Project) -> Result<Toolbox> {
    let toolbox = Toolbox::default();
    tools::ensure_wasm_target(&toolbox)?;
    npm::ensure(project, &toolbox)?;
    Ok(toolbox)
}

/// Installs the additional requirement of `check`: a linter of PHP. `then` are the steps after it.
pub(crate) fn for_check(project: &Project, then: Vec<String>) -> Result<Toolbox> {
    let linter = system_packages::Wanted::find(&Toolbox::default(), Purpose::Check);
    let before = linter.step().into_iter().chain(missing_for_build(project));
    progress::plan(project, before.chain(then).collect());
    linter.install(&Toolbox::default())?;
    build_tools(project)
}

/// Installs the additional requirements of the tests: browsers and their drivers. `then` are the steps after it.
pub(crate) fn for_test(project: &Project, then: Vec<String>) -> Result<Toolbox> {
    // First, because this might ask a question.
    let browsers = system_packages::Wanted::find(&Toolbox::default(), Purpose::Test);
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
