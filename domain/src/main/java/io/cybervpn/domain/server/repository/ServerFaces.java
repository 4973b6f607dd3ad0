package io.cybervpn.domain.server.repository;

import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Face;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What staff say of servers, and where these are. All calls are made in a unit of work. */
public interface ServerFaces {
    /** A face and its version, from 1. */
    record Versioned(Face face, long version) {}

    /** Locks that of one server. */
    Uni<Optional<Versioned>> lock(ServerId id);

    /** Writes that of a locked server under the next version. A place in it is by staff. */
    Uni<Void> save(ServerId id, Versioned next);

    /**
     * A server whose place staff did not say.
     *
     * @param name of its node
     * @param country ISO 3166 alpha 2
     */
    record Unplaced(ServerId id, String name, Optional<String> country) {}

    /**
     * Locks servers whose place staff did not say, in the order of their ids.
     *
     * @param after the last one of the page before
     */
    Uni<List<Unplaced>> unplaced(Optional<ServerId> after, int limit);

    /** Writes places, but never over those by staff. */
    Uni<Void> place(List<Placed> placed);

    /**
     * Where a server is.
     *
     * @param by {@code configuration} or {@code country}
     */
    record Placed(ServerId id, Place place, String by) {}
}
