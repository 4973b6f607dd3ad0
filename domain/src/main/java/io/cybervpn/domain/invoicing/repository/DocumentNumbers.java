package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Numbers without gaps. */
public interface DocumentNumbers {
    /**
     * The next number, in the open unit of work: the row of its series is held until that ends, and
     * a rollback gives the number back. So take it last.
     */
    Uni<DocumentNumber> next(DocumentKind kind, Instant at);

    /** How each kind is numbered. */
    Uni<List<SeriesRule>> rules();

    /** The same, and nobody else changes them until the unit of work ends. */
    Uni<List<SeriesRule>> lockRules();

    /** Numbers a kind otherwise from now on; what was numbered stays. */
    Uni<Void> save(SeriesRule rule);
}
