package com.yuge.payment.in.rest;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.UserNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Caller;
import com.yuge.payment.in.web.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The merchant and the user of a new order: as the request says, if the client may use them. */
record RequestedParties(LimitProperties rules, Caller caller) {

  Parties of(@Nullable String merchantNo, @Nullable String userNo) {
    MerchantNo merchant = merchantNo == null ? ownMerchant() : new MerchantNo(merchantNo);
    UserNo user = userNo == null ? null : new UserNo(userNo);
    if (merchant == null && (rules.merchantRequired() || caller.isBound())) {
      throw new InvalidValue(MerchantNo.GRAMMAR.field(), "required");
    }
    if (user == null && rules.userRequired()) {
      throw new InvalidValue(UserNo.GRAMMAR.field(), "required");
    }
    if (caller.isBound() && !caller.merchants().contains(merchant)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return new Parties(merchant, user);
  }

  private @Nullable MerchantNo ownMerchant() {
    return caller.merchants().size() == 1 ? caller.merchants().iterator().next() : null;
  }
}
