// The script defines its elements and exports nothing.
export {};
