package com.yuge.payment.app.hostile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The paths of the operators' port. What would change something lacks a name or a reason. */
final class OperatorsEndpoints {
  private OperatorsEndpoints() {}

  static List<Endpoint> all(String payNo) {
    return Stream.of(ofService(), ofOutbox(payNo), ofLimits(), ofAudit(), ofStatements())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Endpoint> ofService() {
    return List.of(get(""), get("/health"), get("/info"), get("/metrics"));
  }

  private static List<Endpoint> ofOutbox(String payNo) {
    return List.of(
        get("/outbox"),
        get("/outbox/blocked"),
        get("/outbox/blocked/" + payNo),
        operator("DELETE", "/outbox/blocked/" + payNo, Map.of()),
        operator("DELETE", "/outbox/events/" + payNo + "-3", Map.of()),
        post("/outbox/pause", Endpoint.fields("by", "   ")),
        post("/outbox/resume", Endpoint.fields("by", "   ")),
        post("/outbox/replay", Endpoint.fields("by", "   ", "payNo", payNo)));
  }

  private static List<Endpoint> ofLimits() {
    return List.of(
        get("/limits/USER"),
        get("/limits/USER/u1"),
        operator("PUT", "/limits/USER/u1", Endpoint.fields("by", "   ", "perDay", "9.00")),
        operator("DELETE", "/limits/USER/u1", Map.of()));
  }

  private static List<Endpoint> ofAudit() {
    return List.of(
        get("/audit"),
        get("/audit/violations"),
        post("/audit/violations/1/resolve", Endpoint.fields("by", "h", "reason", "h")));
  }

  private static List<Endpoint> ofStatements() {
    String discrepancy = "/statements/discrepancies/1";
    Map<String, String> resolution =
        Endpoint.fields("by", "h", "reason", "h", "resolution", "ACCEPTED");
    return List.of(
        get("/statements"),
        get("/statements/1"),
        post("/statements/1/fetch-again", Endpoint.fields("by", "h", "reason", "h")),
        get("/statements/discrepancies"),
        get(discrepancy),
        post(discrepancy + "/resolve", resolution),
        post(discrepancy + "/reopen", Endpoint.fields("by", "h", "reason", "h")));
  }

  private static Endpoint get(String path) {
    return operator("GET", path, Map.of());
  }

  private static Endpoint post(String path, Map<String, String> fields) {
    return operator("POST", path, fields);
  }

  private static Endpoint operator(String method, String path, Map<String, String> fields) {
    return new Endpoint(method + " operators" + path, method, "/actuator" + path, true, fields);
  }
}
