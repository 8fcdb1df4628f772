package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.MerchantNo;
import java.security.Principal;
import java.util.Set;

/** A client that has shown its key. */
public interface ClientPrincipal extends Principal {
  /** The merchants whose orders it may use; empty if it may use all. */
  Set<MerchantNo> merchants();
}
