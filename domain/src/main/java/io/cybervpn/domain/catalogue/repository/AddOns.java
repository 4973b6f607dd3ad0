package io.cybervpn.domain.catalogue.repository;

import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** All add-ons. Joins the caller's unit of work. */
public interface AddOns {
    /** One of them. */
    Uni<Optional<AddOn>> find(AddOnId id);

    /**
     * The same, and nobody else can write this id until the unit of work ends, whether there is one
     * or not.
     */
    Uni<Optional<AddOn>> lock(AddOnId id);

    /** All, at most 200, by their codes. */
    Uni<List<AddOn>> all();

    /** Stores it, new or in place of the one of this id; one code names one add-on. */
    Uni<Written> put(AddOn addOn);
}
