#include "indexer/document.h"
