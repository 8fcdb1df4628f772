package com.yuge.payment.in.web;

import java.util.Set;

/**
 * Paths that need no key, because their callers are verified by a signature. Only enabled paths are
 * listed, so a disabled path looks like any unknown path.
 */
public record PublicPaths(Set<String> paths) {}
