package io.cybervpn.application.approval.port;

import java.util.Optional;

/** Every deed of the program that may need four eyes. */
public interface ApprovedDeeds {
    /** The one of a kind; empty for a kind that nobody does. */
    Optional<ApprovedDeed> find(String kind);
}
