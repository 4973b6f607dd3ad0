package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The squads. Their inbounds hold private keys and are not read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SquadsJson(List<UserJson.Squad> internalSquads) {
    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(SquadsJson response) {}
}
