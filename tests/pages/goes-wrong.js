console.warn("a warning");
console.error("an error");
Promise.reject(new Error("a rejection"));
throw new Error("an exception");
