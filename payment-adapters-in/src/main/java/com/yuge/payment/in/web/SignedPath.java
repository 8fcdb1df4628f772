package com.yuge.payment.in.web;

/**
 * A path whose callers prove themselves by a signature and need no key; a bean for each, there only
 * while the path is, so that one that is switched off looks like any that never was.
 */
public record SignedPath(String path) {}
