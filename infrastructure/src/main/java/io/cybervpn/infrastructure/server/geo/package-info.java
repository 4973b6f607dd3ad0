/** Where servers are, from configuration and a table of countries. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.geo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
