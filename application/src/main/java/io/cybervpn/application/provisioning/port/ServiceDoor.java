package io.cybervpn.application.provisioning.port;

import java.util.Optional;

/**
 * Where and how a customer goes in to what he has. Holds no password: that is told once, when it is
 * made.
 *
 * @param url of a page to log in at, such as a panel's or a console's
 * @param login the name to log in with
 * @param address of the thing itself, such as the IP address of a server
 * @param resettable whether he can be given another password
 */
public record ServiceDoor(
        Optional<String> url,
        Optional<String> login,
        Optional<String> address,
        boolean resettable) {}
