#pragma once
namespace thrust {
class system_error;
namespace system { class system_error; }
}
