package com.yuge.payment.in.web;

/**
 * A path that needs no key: its callers prove themselves by a signature. Each has a bean, only
 * while the path exists, so that a path that is switched off looks like any unknown path.
 */
public record PublicPath(String path) {}
