package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.profile.ProfileView;
import java.util.Set;

/** A customer as staff see him. */
public record UserCard(AccountView account, ProfileView profile, Set<String> tags) {
    /** Copies the set. */
    public UserCard {
        tags = Set.copyOf(tags);
    }
}
