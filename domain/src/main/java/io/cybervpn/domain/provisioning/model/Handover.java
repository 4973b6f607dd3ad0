package io.cybervpn.domain.provisioning.model;

import java.util.Optional;

/**
 * What staff hand over to the customer.
 *
 * @param text how to use it; up to 4000 characters, empty for nothing
 * @param login up to 200 characters, empty for none
 * @param address where it is, such as a host name or a link; up to 500 characters, empty for none
 * @param secret such as a password, sealed for {@link ManualService#purpose}
 */
public record Handover(String text, String login, String address, Optional<String> secret) {
    /** Nothing. */
    public static final Handover NONE = new Handover("", "", "", Optional.empty());

    /** What is given takes the place of what was; what is not given stays. */
    public Handover with(Handover given) {
        return new Handover(
                given.text.isEmpty() ? text : given.text,
                given.login.isEmpty() ? login : given.login,
                given.address.isEmpty() ? address : given.address,
                given.secret.or(() -> secret));
    }

    /** Leaves everything out: it is between staff and the customer. */
    @Override
    public String toString() {
        return "Handover";
    }
}
