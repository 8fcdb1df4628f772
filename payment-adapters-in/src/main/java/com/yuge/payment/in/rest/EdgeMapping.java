package com.yuge.payment.in.rest;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.ReportingPolicy;

/** The build fails if a mapping leaves a response field unset. */
@MapperConfig(
    // Unknown values stay null. Hand-written mappings never receive null.
    nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    implementationName = "Generated<CLASS_NAME>")
interface EdgeMapping {}
