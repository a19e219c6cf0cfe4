//! The JavaScript API, as a page calls it.

use anyhow::{Result, ensure};

use super::browser::Browser;

impl Browser {
    /// Checks that each call of the API throws an error that names the function and contains these parts.
    ///
    /// # Errors
    /// Returns an error if a call returns, or throws another error.
    pub(crate) async fn api_refuses(&self, calls: &[(&str, &[&str])]) -> Result<()> {
        for (call, parts) in calls {
            let body = format!("try {{ gpFederations.{call}; return ''; }} catch (error) {{ return String(error); }}");
            let error: String = self.js(&body, &[]).await?;
            let function = call.split('(').next().unwrap_or_default();
            ensure!(error.starts_with(&format!("Error: gpFederations.{function}: ")), "{call}: {error:?}");
            for part in *parts {
                ensure!(error.contains(part), "{call} does not mention {part}: {error}");
            }
        }
        Ok(())
    }
}
