package com.yuge.payment.in.rest;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.ReportingPolicy;

/** A response field that nobody fills is an error of the build. */
@MapperConfig(
    // What is not known stays null; hand-written mappings never see null.
    nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    implementationName = "Generated<CLASS_NAME>")
interface EdgeMapping {}
