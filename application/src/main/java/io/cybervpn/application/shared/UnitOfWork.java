package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The one transaction of a use case. */
public interface UnitOfWork {
    /**
     * Runs {@code work} in one transaction: all of it is durable when the answer arrives, or none
     * of it is. A run inside a run joins the outer one. Inside it nothing remote and nothing
     * parallel.
     *
     * @return what the work gave; a failure of the work rolls back and passes through
     */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
