package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Answer;
import java.util.Map;

/** A refusal of the API. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ApiError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ApiError parameter(String message) {
    return new ApiError(400, "PARAM_ERROR", message);
  }

  static ApiError request(String message) {
    return new ApiError(400, "INVALID_REQUEST", message);
  }

  static ApiError signature(String message) {
    return new ApiError(401, "SIGN_ERROR", message);
  }

  static ApiError tooFrequent() {
    return new ApiError(429, "FREQUENCY_LIMITED", "频率超限");
  }

  static ApiError noOrder() {
    return new ApiError(404, "ORDER_NOT_EXIST", "订单不存在");
  }

  static ApiError noResource() {
    return new ApiError(404, "RESOURCE_NOT_EXISTS", "查询的资源不存在");
  }

  static ApiError noStatement() {
    return new ApiError(400, "NO_STATEMENT_EXIST", "请求的账单文件不存在");
  }

  static ApiError statementCreating() {
    return new ApiError(400, "STATEMENT_CREATING", "账单生成中");
  }

  Answer answer() {
    return Answer.json(status, Map.of("code", code, "message", String.valueOf(getMessage())));
  }
}
