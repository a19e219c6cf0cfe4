//! The files that authors edit.

/// Declares a struct with the contents of files, with the path of each as a constant, and with `each`, which reads them.
macro_rules! data_files {
    (
        $(#[$meta:meta])*
        $vis:vis struct $Name:ident {
            $($(#[$file_meta:meta])* $file:ident, $PATH:ident = $path:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $Name {
            $($(#[$file_meta])* pub $file: String,)+
        }

        impl $Name {
            $(
                #[doc = concat!("The path of `", stringify!($file), "` from the project's root.")]
                pub const $PATH: &'static str = $path;
            )+

            /// Gets the contents of each file from `read`, which is called with its path.
            ///
            /// # Errors
            /// The first error of `read`.
            pub fn each<E>(mut read: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
                Ok(Self { $($file: read(Self::$PATH)?,)+ })
            }
        }
    };
}

pub(crate) use data_files;
