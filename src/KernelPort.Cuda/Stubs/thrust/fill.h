#pragma once
namespace thrust {

}
