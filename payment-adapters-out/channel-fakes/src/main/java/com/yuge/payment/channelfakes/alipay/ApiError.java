package com.yuge.payment.channelfakes.alipay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that the fake refuses, with the codes of Alipay's documentation. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;
  private final String subCode;
  private final boolean signed;

  private ApiError(String code, String reason, String subCode, String subMessage) {
    this(code, reason, subCode, subMessage, true);
  }

  private ApiError(
      String code, String reason, String subCode, @Nullable String subMessage, boolean signed) {
    super(subMessage);
    this.code = code;
    this.reason = reason;
    this.subCode = subCode;
    this.signed = signed;
  }

  /** A missing parameter of the protocol, such as {@code app-id}. */
  static ApiError missing(String parameter) {
    return new ApiError(
        "40001", "Missing Required Arguments", "isv.missing-" + parameter, "缺少参数" + parameter);
  }

  /** An invalid parameter of the protocol, such as {@code signature}. */
  static ApiError invalid(String parameter) {
    return new ApiError(
        "40002", "Invalid Arguments", "isv.invalid-" + parameter, "无效的" + parameter);
  }

  /** A refusal of the business, such as {@code ACQ.TRADE_NOT_EXIST}. */
  static ApiError business(String subCode, String message) {
    return new ApiError("40004", "Business Failed", subCode, message);
  }

  static ApiError parameter(String name) {
    return business("ACQ.INVALID_PARAMETER", "参数无效：" + name);
  }

  static ApiError noTrade() {
    return business("ACQ.TRADE_NOT_EXIST", "交易不存在");
  }

  static ApiError billArguments() {
    return business("isv.invalid_arguments", "入参不合法");
  }

  static ApiError noBill() {
    return business("isp.bill_not_exist", "账单不存在");
  }

  /** The gateway does not know the result; the request may have been executed. */
  static ApiError unknown() {
    return new ApiError("20000", "Service Currently Unavailable", "aop.unknow-error", "系统繁忙");
  }

  /** The business does not know the result; the request may have been executed. */
  static ApiError systemError() {
    return business("ACQ.SYSTEM_ERROR", "系统错误");
  }

  static ApiError tooFrequent() {
    return new ApiError("40005", "Call Limited", "isv.app-call-limited", "应用调用次数超限");
  }

  ApiError unsigned() {
    return new ApiError(code, reason, subCode, getMessage(), false);
  }

  boolean isSigned() {
    return signed;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", code);
    fields.put("msg", reason);
    fields.put("sub_code", subCode);
    fields.put("sub_msg", String.valueOf(getMessage()));
    return fields;
  }
}
