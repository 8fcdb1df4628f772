package com.yuge.payment.in.security;

import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.in.security.SecurityProperties.Client;
import com.yuge.payment.in.web.ClientPrincipal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A client with its roles and its merchants. */
final class AuthenticatedClient extends UsernamePasswordAuthenticationToken
    implements ClientPrincipal {
  private static final long serialVersionUID = 1L;

  // Never written: the service has no sessions.
  private final transient Set<MerchantNo> merchants;

  AuthenticatedClient(Client client) {
    super(
        client.name(),
        null,
        client.roles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
    this.merchants =
        Stream.ofNullable(client.merchants())
            .flatMap(Set::stream)
            .map(MerchantNo::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<MerchantNo> merchants() {
    return merchants;
  }
}
