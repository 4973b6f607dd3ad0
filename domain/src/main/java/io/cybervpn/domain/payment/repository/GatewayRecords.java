package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.model.FormerSecret;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staff set of payment providers. One row for each provider that was touched. */
public interface GatewayRecords {
    /** All, read without a unit of work. */
    Uni<List<GatewayRecord>> all();

    /** All secrets, read without a unit of work. */
    Uni<List<GatewaySecret>> secrets();

    /** Holds one until the open unit of work ends; empty if it was never set. */
    Uni<Optional<GatewayRecord>> lock(String provider);

    /**
     * Stores the next version. Only for an open unit of work.
     *
     * @return false if the stored one is not the version before it
     */
    Uni<Boolean> put(GatewayRecord record, Instant now);

    /** Stores a secret in the place of the one before. Only for an open unit of work. */
    Uni<Void> putSecret(GatewaySecret secret, Instant now);

    /** All that were replaced and may still be accepted, read without a unit of work. */
    Uni<List<FormerSecret>> formers();

    /** Keeps a replaced one, in the place of the one before. Only for an open unit of work. */
    Uni<Void> putFormer(FormerSecret former);

    /**
     * Forgets a replaced one. Only for an open unit of work.
     *
     * @return false if there was none
     */
    Uni<Boolean> removeFormer(String provider, String field);

    /** Forgets those that are worth nothing any more; in a transaction of its own. */
    Uni<Void> dropFormers(Instant now);

    /** Takes a secret away, so that the configured one holds. Only for an open unit of work. */
    Uni<Void> removeSecret(String provider, String field);
}
