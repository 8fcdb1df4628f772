package com.yuge.payment.in.web;

import java.util.Set;

/**
 * Paths that need no key: their callers prove themselves by a signature. They are named only while
 * they exist, so that a path that is switched off looks like any unknown path.
 */
public record PublicPaths(Set<String> paths) {}
