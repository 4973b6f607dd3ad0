package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import java.time.Instant;

/**
 * A payer agreed that we keep what he pays with.
 *
 * @param textVersion of the words that he agreed to
 */
public record KeepConsent(PaymentId payment, AccountId account, String textVersion, Instant at) {}
