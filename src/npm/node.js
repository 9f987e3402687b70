// What a server gets that imports the package: nothing, as elements are only in browsers.
export const SelfCheck = undefined;
export const banks = {};
