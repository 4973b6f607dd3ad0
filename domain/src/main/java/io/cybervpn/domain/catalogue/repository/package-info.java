/** Where products and plans are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.catalogue.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
