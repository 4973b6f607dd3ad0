package io.cybervpn.application.shared;

import java.util.List;

/** Every follower of the program, as found when it was put together. */
public interface AccountFollowers {
    /** By rank. */
    List<AccountFollower> all();
}
