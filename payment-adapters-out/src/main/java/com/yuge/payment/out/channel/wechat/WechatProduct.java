package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.model.Transaction.TradeTypeEnum;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How payers can pay; the names are stored with every order. */
enum WechatProduct {
  /** The payer scans a QR code. */
  NATIVE(TradeTypeEnum.NATIVE),
  /** The payer pays on a page inside WeChat. */
  JSAPI(TradeTypeEnum.JSAPI);

  private final TradeTypeEnum type;

  WechatProduct(TradeTypeEnum type) {
    this.type = type;
  }

  /** Throws {@link InvalidValue} if the product is not offered, or needs more than is given. */
  static WechatProduct of(OpenOptions options) {
    String name = options.product();
    WechatProduct product =
        name == null
            ? NATIVE
            : named(name).orElseThrow(() -> new InvalidValue("product", "product"));
    if (product == JSAPI && options.payer().id() == null) {
      throw new InvalidValue("payerId", "payer-id-required");
    }
    return product;
  }

  /**
   * The product that an order was opened with; only orders that were opened before products existed
   * have none.
   */
  static WechatProduct of(@Nullable ChannelAccount account) {
    return account == null ? NATIVE : named(account.product()).orElse(NATIVE);
  }

  private static Optional<WechatProduct> named(String name) {
    return Arrays.stream(values()).filter(product -> product.name().equals(name)).findFirst();
  }

  /** Whether WeChat Pay names this way of paying in a trade. */
  boolean is(@Nullable TradeTypeEnum other) {
    return type == other;
  }
}
