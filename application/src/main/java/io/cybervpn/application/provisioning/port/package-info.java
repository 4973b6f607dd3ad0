/** The foreign systems that provisioning needs: the VPN panel, its links, a short cache. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.provisioning.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
