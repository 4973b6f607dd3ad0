package io.cybervpn.application.server.port;

import io.cybervpn.domain.server.Place;
import java.util.Optional;

/** Where on earth things are; nobody outside is asked. Pure. */
public interface Places {
    /** Where configuration says that a node is, by its name in the panel. */
    Optional<Place> ofNode(String name);

    /** About the middle of a country; empty for one that is not known. ISO 3166 alpha 2. */
    Optional<Place> ofCountry(String country);
}
