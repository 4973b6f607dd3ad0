package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.staff.StaffView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The members of staff with their roles. */
public interface StaffList {
    /** The first ones, at most {@code limit}, oldest first. */
    Uni<List<StaffView>> all(int limit);
}
