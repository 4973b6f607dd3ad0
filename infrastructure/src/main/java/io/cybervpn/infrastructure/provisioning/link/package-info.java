/** The settings of the links that clients poll, and what reads them for others. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.link;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
