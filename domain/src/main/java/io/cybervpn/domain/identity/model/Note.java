package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member of staff wrote down about a customer, who never sees it.
 *
 * @param author empty when he is gone
 */
public record Note(
        UUID id, AccountId about, String text, Optional<AccountId> author, Instant createdAt) {}
