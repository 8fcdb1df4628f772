package com.yuge.payment.domain.statement;

/**
 * A file as the channel sent it.
 *
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal digits
 * @param bytes its length
 */
public record StatementFile(String sha256, long bytes) {}
