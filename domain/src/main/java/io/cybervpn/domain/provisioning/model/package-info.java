/** The decisions of provisioning: what is desired, what the panel holds, what to do next. Pure. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.provisioning.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
