package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportId;
import java.time.Duration;
import java.time.Instant;

/** A copy of everything that the shop knows of somebody. */
public sealed interface AccountExport {
    /** How long a copy is kept once it is ready. */
    Duration LIFE = Duration.ofDays(7);

    /** Its identity. */
    ExportId id();

    /** Whose it is. */
    AccountId account();

    /** When it was asked for. */
    Instant askedAt();

    /** Being put together. */
    record Pending(ExportId id, AccountId account, Instant askedAt) implements AccountExport {
        /** It is whole. */
        public Ready finish(long sizeBytes, Instant now) {
            return new Ready(this, now, now.plus(LIFE), sizeBytes);
        }
    }

    /**
     * To be fetched, until it is thrown away.
     *
     * @param sizeBytes of the file, more than zero
     */
    record Ready(Pending asked, Instant readyAt, Instant expiresAt, long sizeBytes)
            implements AccountExport {
        @Override
        public ExportId id() {
            return asked.id();
        }

        @Override
        public AccountId account() {
            return asked.account();
        }

        @Override
        public Instant askedAt() {
            return asked.askedAt();
        }
    }
}
